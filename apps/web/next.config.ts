import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** The Content-Security-Policy carries a nonce, so it is made per request in src/proxy.ts. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  transpilePackages: ["@chargehand/bus", "@chargehand/db", "@chargehand/domain", "@chargehand/ocpp"],
  serverExternalPackages: ["pg", "pino", "prom-client"],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default createNextIntlPlugin({ requestConfig: "./src/i18n/request.ts" })(config);
