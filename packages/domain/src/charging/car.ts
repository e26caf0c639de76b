import type { ChargingSchedule } from "./profile";

/** What a car said that it needs, at the evse it stands at. Times are text, since it is kept as JSON. */
export interface CarNeeds {
  evse: number;
  /** How the energy is to flow, in the station's words: `AC_three_phase`, `DC_BPT` … */
  transfer: string;
  departure?: string;
  energyWh?: number;
  maxPowerW?: number;
  maxCurrentA?: number;
  minCurrentA?: number;
  /** In percent: how full its battery is, and is to become. */
  charge?: number;
  targetCharge?: number;
  /** Who decides how it charges: `scheduled` by a plan it agreed to, `dynamic` by whoever sets the limits. */
  control?: "scheduled" | "dynamic";
  toldAt: string;
  /** What else it said, as it was said. */
  more?: object;
}

/** How a car said that it will charge. */
export interface CarSchedule {
  evse: number;
  startsAt: string;
  schedule: ChargingSchedule;
}

/** Whether a session charges with priority. */
export interface PriorityCharging {
  session: string;
  active: boolean;
}

/** In which ways a session may take energy, and give it back, in the station's words. */
export interface EnergyTransfer {
  session: string;
  allowed: string[];
}
