/**
 * Where a key acts. `everywhere`: in text fields too, with a modifier. `page`: wherever nobody is typing. `list`: while a
 * list has the focus. `station`: in a list of stations, among a station's actions, or on its page while nothing else has
 * the focus.
 */
export type KeyScope = "everywhere" | "page" | "list" | "station";

interface Key {
  scope: KeyScope;
  /** What does the same, the first one being the one that is shown. A chord is its keys with a space between. */
  presses: readonly [string, ...string[]];
}

/** Every key of the console: handlers, hints and the sheet of all keys are made from this table. */
export const keyTable = {
  palette: { scope: "everywhere", presses: ["Mod+k"] },
  sendCall: { scope: "everywhere", presses: ["Mod+Enter"] },
  keys: { scope: "page", presses: ["?"] },
  filter: { scope: "page", presses: ["/"] },
  toNow: { scope: "page", presses: ["g n"] },
  toIssues: { scope: "page", presses: ["g i"] },
  toStations: { scope: "page", presses: ["g s"] },
  toFaults: { scope: "page", presses: ["g f"] },
  toChanges: { scope: "page", presses: ["g c"] },
  toMessages: { scope: "page", presses: ["g m"] },
  previous: { scope: "page", presses: ["["] },
  next: { scope: "page", presses: ["]"] },
  undo: { scope: "page", presses: ["Mod+z"] },
  copyLink: { scope: "page", presses: ["y"] },
  stopCampaign: { scope: "page", presses: ["."] },
  down: { scope: "list", presses: ["j", "ArrowDown"] },
  up: { scope: "list", presses: ["k", "ArrowUp"] },
  open: { scope: "list", presses: ["o", "Enter"] },
  peek: { scope: "list", presses: ["i", "Space"] },
  pick: { scope: "list", presses: ["x"] },
  pickAll: { scope: "list", presses: ["Mod+a"] },
  pause: { scope: "list", presses: ["p"] },
  acknowledge: { scope: "list", presses: ["a"] },
  mute: { scope: "list", presses: ["m"] },
  start: { scope: "station", presses: ["s"] },
  stop: { scope: "station", presses: ["t"] },
  unlock: { scope: "station", presses: ["u"] },
  reset: { scope: "station", presses: ["r"] },
} as const satisfies Record<string, Key>;

export type KeyId = keyof typeof keyTable;

// Object.keys forgets the names; the table is the only source of them.
export const keyIds = Object.keys(keyTable) as KeyId[];

/** The key of an action, as it is shown beside it. */
export const keyOf = (id: KeyId): string => keyTable[id].presses[0];

/** Whether a key does something just by being a letter or a sign: those can be turned off (WCAG 2.1.4). */
export const isSingle = (press: string) => press.split(" ").every((part) => part.length === 1);

/** A key as it was pressed. */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** How the table spells what was pressed: "Mod+k", "j", "Space"; undefined for what no table can hold. */
export function spell({ key, ctrlKey, metaKey, altKey }: Pressed): string | undefined {
  // Where the layout needs AltGr for a sign, the browser says so by both.
  const isSign = key.length === 1 && ctrlKey && altKey;
  if ((altKey || (ctrlKey && metaKey)) && !isSign) return undefined;
  const name = key === " " ? "Space" : key;
  if (isSign) return name;
  return ctrlKey || metaKey ? `Mod+${name.length === 1 ? name.toLowerCase() : name}` : name;
}

/** What a key stands for in these scopes: an action, the beginning of a chord, or nothing. */
export function readKey(
  press: string,
  { scopes, begun, singles }: { scopes: readonly KeyScope[]; begun?: string; singles: boolean },
): { is: "action"; id: KeyId } | { is: "begun"; chord: string } | undefined {
  const wanted = begun ? `${begun} ${press}` : press;
  const all = keyIds.flatMap((id) =>
    keyTable[id].presses
      .filter((each) => scopes.includes(keyTable[id].scope) && (singles || !isSingle(each)))
      .map((each) => ({ id, press: each })),
  );
  const action = all.find((each) => each.press === wanted);
  if (action) return { is: "action", id: action.id };
  return all.some((each) => each.press.startsWith(`${wanted} `)) ? { is: "begun", chord: wanted } : undefined;
}
