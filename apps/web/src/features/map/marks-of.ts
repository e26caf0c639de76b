import type { Fares } from "@/server/sites/fares-sql";

/** Something that stands on the map as one. */
export interface SeenMark {
  key: string;
  /** Absent where many sites stand as one. */
  site?: number;
  cluster?: number;
  name: string;
  fares: Fares;
  at: [number, number];
  x: number;
  y: number;
}

interface Drawn {
  properties: Readonly<Record<string, unknown>>;
  geometry: { type: string; coordinates?: unknown };
}

/** The marks for what a map has drawn, each once however many tiles it lies in. */
export function marksOf(
  drawn: readonly Drawn[],
  project: (at: [number, number]) => { x: number; y: number },
): SeenMark[] {
  const marks = new Map<string, SeenMark>();
  for (const { properties, geometry } of drawn) {
    const at = pointOf(geometry);
    if (!at) continue;
    const count = (name: string) => Number(properties[name] ?? 0);
    const isCluster = properties.cluster === true;
    const key = isCluster ? `cluster ${properties.cluster_id}` : `site ${properties.id}`;
    const { x, y } = project(at);
    marks.set(key, {
      key,
      ...(isCluster ? { cluster: count("cluster_id") } : { site: count("id") }),
      name: String(properties.name ?? ""),
      fares: {
        stations: count("stations"),
        offline: count("offline"),
        faulted: count("faulted"),
        charging: count("charging"),
      },
      at,
      x: Math.round(x),
      y: Math.round(y),
    });
  }
  return [...marks.values()].sort((one, other) => one.key.localeCompare(other.key));
}

function pointOf({ type, coordinates }: Drawn["geometry"]): [number, number] | undefined {
  if (type !== "Point" || !Array.isArray(coordinates)) return undefined;
  return [Number(coordinates[0]), Number(coordinates[1])];
}
