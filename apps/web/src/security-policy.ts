/**
 * What a page may load: our own origin, and only scripts that carry the nonce. Style attributes stay allowed,
 * because virtual rows and popovers are placed by them; they cannot run code.
 */
export const contentSecurityPolicy = ({ nonce, development }: { nonce: string; development: boolean }) =>
  [
    "default-src 'self'",
    // React's development build evaluates code to rebuild server stacks; the built one never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
