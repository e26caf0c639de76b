import { readdirSync } from "node:fs";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** The Content-Security-Policy carries a nonce, so it is made per request in src/proxy.ts. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(self), geolocation=(), microphone=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** A language is a file in messages/. */
const languages = readdirSync(new URL("./messages", import.meta.url))
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.slice(0, -".json".length));

/** The primitives carry their words in 34 languages; the console ships those that it speaks. */
const carried =
  "ar-AE,bg-BG,cs-CZ,da-DK,de-DE,el-GR,en-US,es-ES,et-EE,fi-FI,fr-FR,he-IL,hr-HR,hu-HU,it-IT,ja-JP,ko-KR,lt-LT,lv-LV,nb-NO,nl-NL,pl-PL,pt-BR,pt-PT,ro-RO,ru-RU,sk-SK,sl-SI,sr-SP,sv-SE,tr-TR,uk-UA,zh-CN,zh-TW";
const spoken = ["en", ...languages].map((language) => language.slice(0, 2));
const unspoken = `{${carried
  .split(",")
  .filter((name) => !spoken.includes(name.slice(0, 2)))
  .join()}}.mjs`;

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types once for the whole house; a build for starting need not do it again.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: [
    "@chargehand/bus",
    "@chargehand/db",
    "@chargehand/domain",
    "@chargehand/files",
    "@chargehand/ocpp",
  ],
  serverExternalPackages: ["pg", "pino", "prom-client"],
  turbopack: { rules: { [unspoken]: { loaders: ["./no-words.cjs"] } } },
  env: { LANGUAGES: languages.join() },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default createNextIntlPlugin({
  requestConfig: "./src/i18n/request.ts",
  // Messages are parsed at build time, so that the parser stays out of the browser.
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
})(config);
