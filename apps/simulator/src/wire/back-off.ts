import type { Random } from "../random";

export type BackOffRule = { minimumMs: number; randomMs: number; repeats: number };

/** How long to wait before the n-th new attempt (from 0): the minimum plus chance, doubled a few times, then steady. */
export function backOffMs(attempt: number, rule: BackOffRule, random: Random): number {
  return (rule.minimumMs + random.between(0, rule.randomMs)) * 2 ** Math.min(attempt, rule.repeats);
}
