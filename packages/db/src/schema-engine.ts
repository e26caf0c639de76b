import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** The SQL that leads from a database's present shape to the one schema.prisma describes; empty when they agree. */
export async function sqlTowards(schemaPath: string, url: string): Promise<string> {
  await load();
  const content = readFileSync(schemaPath, "utf8");
  const files = [{ path: schemaPath, content }];
  const database = bindMigrationAwareSqlAdapterFactory(describable(url));
  const session = await engine.SchemaEngine.new({ datamodels: [[schemaPath, content]] }, () => {}, database);
  try {
    // Only the schema "public" is looked at: what stations say all day lies beside it, partitioned by hand and by the clock.
    const { stdout } = await session.diff({
      from: { tag: "schemaDatasource", files, configDir: "." },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = (stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  } finally {
    session.free();
  }
}

let loaded: Promise<void> | undefined;

/** The package's own entry imports WebAssembly as a module, which Node does not do without a flag. */
function load(): Promise<void> {
  loaded ??= (async () => {
    const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const bytes = readFileSync(file.replace(/\.js$/, ".wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...engine } });
    engine.__wbg_set_wasm(instance.exports);
    const begin = instance.exports.__wbindgen_start;
    if (typeof begin === "function") begin();
  })();
  return loaded;
}

const charOid = 18;
const textOid = 25;

/** The driver adapter does not know the catalogue's own type "char", which the engine asks for: we name it for both. */
function describable(url: string): SqlMigrationAwareDriverAdapterFactory {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const charColumns = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool);
  Object.assign(pool, {
    query: async (config: pg.QueryConfig) => {
      const result = await query(config);
      const columns = result.fields.flatMap((field, index) => (field.dataTypeID === charOid ? [index] : []));
      for (const field of result.fields) if (field.dataTypeID === charOid) field.dataTypeID = textOid;
      charColumns.set(result.rows, columns);
      return result;
    },
  });

  const factory = new PrismaPg(pool, { disposeExternalPool: true });
  const connect = async () => {
    const adapter = await factory.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      queryRaw: async (statement: Parameters<typeof queryRaw>[0]) => {
        const result = await queryRaw(statement);
        for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
        return result;
      },
    });
  };
  return { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb: connect };
}
