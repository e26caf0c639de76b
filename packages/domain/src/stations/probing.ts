/** Kinds of stations that must not be asked for everything unbidden, and why. */
const fragile: readonly { vendor: RegExp; model?: RegExp; why: string }[] = [
  { vendor: /^abb/i, model: /terra ac/i, why: "reboots when its settings are probed" },
];

/** Whether a station of this kind may be asked for all its variables without anybody having said so. */
export const mayProbe = ({ vendor, model }: { vendor: string; model: string }): boolean =>
  !fragile.some((kind) => kind.vendor.test(vendor) && (kind.model?.test(model) ?? true));
