export { freePort } from "@chargehand/run/ports";
