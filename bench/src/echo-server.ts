import { WebSocketServer } from "ws";

/** The yardstick: reads JSON, writes the same payload back as JSON, and keeps nothing. */
const server = new WebSocketServer({ host: "127.0.0.1", port: Number(process.argv[2]), perMessageDeflate: false });
server.on("connection", (socket) => {
  socket.on("message", (data: Buffer) => {
    const [, id, , payload] = JSON.parse(data.toString());
    socket.send(JSON.stringify([3, id, payload]));
  });
});
server.on("listening", () => process.send?.("listening"));
process.on("disconnect", () => process.exit(0));
