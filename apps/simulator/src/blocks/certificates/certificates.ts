import type { X509Certificate } from "node:crypto";
import type { Controls } from "../../charger/controls";
import { type HashData, hashDataOf, isSameHashData } from "./hash-data";
import { isInTime, readChain } from "./read-chain";
import { makeSigningRequest } from "./signing-request";

/** What a certificate is trusted for; a chain is the station's own, for cars. */
export type CertificateUse = "csms" | "manufacturer" | "v2g" | "contracts" | "car-maker" | "v2g-chain";

/** What a certificate is asked for. */
export type SigningUse = "station" | "v2g" | "v2g-20" | "both";

type Kept = { use: CertificateUse; chain: X509Certificate[] };

/** How a certificate is called, and those that follow it in its chain. */
export type Listed = { use: CertificateUse; hashData: HashData; children: HashData[] };

type Pending = { publicKey: Buffer; requestId: number };

export type SignedAnswer = "accepted" | "unexpected" | "invalid";

/** The certificates of a station: roots it trusts, and those that were signed for it. */
export class Certificates {
  #controls: Controls;
  #kept: Kept[] = [];
  #own: X509Certificate[] | undefined;
  #pending = new Map<SigningUse, Pending>();
  #requests = 0;

  constructor(controls: Controls) {
    this.#controls = controls;
  }

  get count(): number {
    return this.#kept.length;
  }

  /** Trusts a root from now on. */
  install(use: CertificateUse, pem: string): "accepted" | "invalid" | "full" {
    const chain = readChain(pem);
    const [certificate] = chain ?? [];
    if (!chain || !certificate || !isInTime(certificate, this.#controls.now())) return "invalid";
    const known = this.#kept.some(
      (other) => other.use === use && other.chain[0]?.fingerprint256 === certificate.fingerprint256,
    );
    if (known) return "accepted";
    if (this.#kept.length >= mostCertificates) return "full";
    this.#kept.push({ use, chain });
    return "accepted";
  }

  /** What is there, of the uses that are asked for; all without any. */
  list(uses?: CertificateUse[]): Listed[] {
    return this.#kept
      .filter(({ use }) => uses === undefined || uses.includes(use))
      .flatMap(({ chain, use }) => {
        const [hashData, ...children] = chain.map((certificate) => this.#hashData(certificate, chain));
        return hashData ? [{ use, hashData, children }] : [];
      });
  }

  /** The station's own certificate cannot be taken away so. */
  remove(hashData: HashData): "accepted" | "not-found" | "in-use" {
    const isMeant = (chain: X509Certificate[]): boolean => {
      const [certificate] = chain;
      return (
        certificate !== undefined &&
        isSameHashData(this.#hashData(certificate, chain, hashData.hashAlgorithm), hashData)
      );
    };
    if (this.#own && isMeant(this.#own)) return "in-use";
    const left = this.#kept.filter(({ chain }) => !isMeant(chain));
    if (left.length === this.#kept.length) return "not-found";
    this.#kept = left;
    return "accepted";
  }

  /** Makes a key and a request for a certificate of it; the last request of each use counts. */
  async request(use: SigningUse, organization: string): Promise<{ pem: string; requestId: number }> {
    const { about, identity } = this.#controls;
    const requestId = ++this.#requests;
    const name = use === "station" || use === "both" ? about.serial : identity;
    const { pem, publicKey } = await makeSigningRequest(name, organization);
    this.#pending.set(use, { publicKey, requestId });
    return { pem, requestId };
  }

  /** The CSMS will not have it signed. */
  requestRefused(use: SigningUse): void {
    this.#pending.delete(use);
  }

  /** What a signed certificate is for that does not say so. */
  get meantWithoutName(): SigningUse {
    return this.#pending.has("both") ? "both" : "station";
  }

  /** Takes what was signed, if it was asked for and fits the key. */
  accept(use: SigningUse, pem: string, requestId: number | undefined): SignedAnswer {
    const pending = this.#pending.get(use);
    if (!pending || (requestId !== undefined && requestId !== pending.requestId)) return "unexpected";
    const chain = readChain(pem);
    const [leaf] = chain ?? [];
    if (!chain || !leaf || !isInTime(leaf, this.#controls.now())) return "invalid";
    if (!leaf.publicKey.export({ type: "spki", format: "der" }).equals(pending.publicKey)) return "invalid";
    this.#pending.delete(use);
    if (use === "station" || use === "both") this.#own = chain;
    if (use !== "station") {
      this.#kept = [...this.#kept.filter((other) => other.use !== "v2g-chain"), { use: "v2g-chain", chain }];
    }
    return "accepted";
  }

  /** An issuer that is not here cannot be hashed: the certificate stands for it then. */
  #hashData(certificate: X509Certificate, chain: X509Certificate[], algorithm?: HashData["hashAlgorithm"]): HashData {
    const known = [...chain, ...this.#kept.flatMap((other) => other.chain)];
    const issuer = certificate.checkIssued(certificate)
      ? certificate
      : known.find((candidate) => certificate.checkIssued(candidate));
    return hashDataOf(certificate, issuer ?? certificate, algorithm);
  }
}

/** How many certificates the station holds. */
export const mostCertificates = 10;

/** How long a chain of them may be, in characters. */
export const longestChain = 10_000;

/** Who runs the station, as long as nobody wrote another name. */
export const organization = "Chargehand Demo Network";
