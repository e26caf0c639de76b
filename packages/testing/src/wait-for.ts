export { type WaitOptions, waitFor } from "@chargehand/run/wait-for";
