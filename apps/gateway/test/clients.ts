import { once } from "node:events";
import { ChargePoint } from "@voltbras/ts-ocpp";
import { RPCClient } from "ocpp-rpc";
import { OcppClient } from "ocpp-ts";

/** A charging station's side of the line, spoken by a library from npm that we did not write. */
export interface Client {
  call(action: string, payload: object): Promise<Record<string, unknown>>;
  close(): Promise<unknown>;
}

export interface ClientOptions {
  /** The gateway's address without the identity. */
  url: string;
  identity: string;
  protocol: string;
  password?: string;
  /** Answers the gateway's calls. */
  answer(action: string, payload: unknown): object;
}

/** ocpp-rpc: all versions; in strict mode it checks what we say against its own validators. */
export async function ocppRpc({ url, identity, protocol, password, answer }: ClientOptions): Promise<Client> {
  const options = {
    endpoint: url,
    identity,
    password,
    protocols: [protocol],
    strictMode: protocol !== "ocpp2.1",
    reconnect: false,
  };
  // Its types ask for every option, its code for two.
  const client: RPCClient = Reflect.construct(RPCClient, [options]);
  client.handle(async ({ method, params }) => ({ ...answer(method ?? "", params) }));
  await client.connect();
  return {
    call: async (action, payload) => Object(await client.call(action, payload)),
    close: () => client.close(),
  };
}

/** ocpp-ts: 1.6. */
export async function ocppTs({ url, identity, password, answer }: ClientOptions): Promise<Client> {
  const client = new OcppClient(identity);
  const authorization = `Basic ${Buffer.from(`${identity}:${password}`).toString("base64")}`;
  client.on("error", () => {});
  for (const action of ["Reset", "TriggerMessage", "GetConfiguration", "RemoteStartTransaction"]) {
    // Its listener is typed by action; here each is answered by the same table.
    Reflect.apply(client.on, client, [
      action,
      (payload: unknown, reply: (response: object) => void) => reply(answer(action, payload)),
    ]);
  }
  client.connect(`${url}/`, password === undefined ? {} : { authorization });
  await once(client, "connect");
  return {
    call: (action, payload) => Reflect.apply(client.callRequest, client, [action, payload]),
    // It offers no way to close its socket.
    close: async () => undefined,
  };
}

/** @voltbras/ts-ocpp: 1.6; it knows no passwords. */
export async function voltbras({ url, identity, answer }: ClientOptions): Promise<Client> {
  const respond = (request: { action: string; ocppVersion: string }) => ({
    action: request.action,
    ocppVersion: request.ocppVersion,
    ...answer(request.action, request),
  });
  const point: ChargePoint = Reflect.construct(ChargePoint, [identity, respond, url]);
  await point.connect();
  return {
    async call(action, payload) {
      const response = await Reflect.apply(point.sendRequest, point, [{ action, ocppVersion: "v1.6-json", payload }]);
      return Object(response.unsafeCoerce());
    },
    close: async () => point.close(),
  };
}
