/** A length of time in the two units a person would say. */
export interface SpokenDuration {
  form: "seconds" | "minutes" | "hours" | "days";
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Cuts milliseconds into "16 m", "1 h 12 m" or "11 d 4 h"; below a minute, seconds. Never negative: clocks differ. */
export function speakDuration(milliseconds: number): SpokenDuration {
  const length = Math.max(0, milliseconds);
  const form = length < minute ? "seconds" : length < hour ? "minutes" : length < day ? "hours" : "days";
  return {
    form,
    days: Math.floor(length / day),
    hours: Math.floor((length % day) / hour),
    minutes: Math.floor((length % hour) / minute),
    seconds: Math.floor((length % minute) / second),
  };
}

/** What is left, as a clock counts down: "0:47", "1:02:03". The last started second still counts. */
export function countdownText(milliseconds: number) {
  const seconds = Math.max(0, Math.ceil(milliseconds / second));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
