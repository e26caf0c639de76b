import { latePart } from "@/components/late-part";

// What a list shows only once somebody asks for it comes after the list.

export const AddFirmware = latePart(() => import("./add-firmware").then(({ AddFirmware: Dialog }) => Dialog));

export const FirmwareInspector = latePart(() =>
  import("./firmware-inspector").then(({ FirmwareInspectorLive }) => FirmwareInspectorLive),
);
