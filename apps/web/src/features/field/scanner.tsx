"use client";

import { ScanQrCode, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/button";

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

declare global {
  interface Window {
    /** Not in every browser yet. */
    BarcodeDetector?: new (options: {
      formats: string[];
    }) => Detector;
  }
}

const never = () => () => {};
const canScan = () => window.BarcodeDetector !== undefined && navigator.mediaDevices !== undefined;

/** Reads a code with the camera, where the browser can; elsewhere there is only the field beside it. */
export function Scanner({ onRead }: { onRead: (code: string) => void }) {
  const t = useTranslations("field");
  const isPossible = useSyncExternalStore(never, canScan, () => false);
  const [isOpen, setOpen] = useState(false);
  if (!isPossible) return <p className="text-ink-2">{t("noScanner")}</p>;
  if (!isOpen) {
    return (
      <Button look="primary" size="big" Icon={ScanQrCode} className="w-full" onPress={() => setOpen(true)}>
        {t("scan")}
      </Button>
    );
  }
  return (
    <Camera
      onRead={(code) => {
        setOpen(false);
        onRead(code);
      }}
      onClose={() => setOpen(false)}
    />
  );
}

const lookEveryMs = 250;

function Camera({ onRead, onClose }: { onRead: (code: string) => void; onClose: () => void }) {
  const t = useTranslations("field");
  const video = useRef<HTMLVideoElement>(null);
  const [isRefused, setRefused] = useState(false);
  const read = useEffectEvent(onRead);

  useEffect(() => {
    const detector = window.BarcodeDetector && new window.BarcodeDetector({ formats: ["qr_code"] });
    let stream: MediaStream | undefined;
    let isOver = false;
    async function look() {
      const [code] = (video.current && (await detector?.detect(video.current).catch(() => []))) || [];
      if (code && !isOver) read(code.rawValue);
    }
    const timer = setInterval(() => void look(), lookEveryMs);
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(
      (opened) => {
        stream = opened;
        if (isOver) return stop();
        if (video.current) video.current.srcObject = opened;
      },
      () => setRefused(true),
    );
    function stop() {
      for (const track of stream?.getTracks() ?? []) track.stop();
    }
    return () => {
      isOver = true;
      clearInterval(timer);
      stop();
    };
  }, []);

  return (
    <div className="flex flex-col gap-2">
      {isRefused ? (
        <p role="alert">{t("noCamera")}</p>
      ) : (
        <video
          ref={video}
          autoPlay
          playsInline
          muted
          aria-label={t("camera")}
          className="aspect-square w-full bg-well object-cover"
        />
      )}
      <Button size="big" Icon={X} onPress={onClose}>
        {t("closeCamera")}
      </Button>
    </div>
  );
}
