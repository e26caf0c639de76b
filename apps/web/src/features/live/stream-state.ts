/** How our own stream of changes is, told apart from how the stations are. */
export type StreamState =
  | { is: "live" }
  | { is: "catching-up"; lastAt: Date; left: number }
  | { is: "delayed"; lastAt: Date }
  | { is: "offline"; lastAt?: Date };
