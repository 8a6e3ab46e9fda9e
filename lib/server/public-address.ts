/**
 * @file The address that people reach Cadre at, for links that leave the screen: as configured (CADRE_PUBLIC_URL), else
 * as this request came in, directly or through a proxy.
 */

/** @returns without a slash at the end: "https://hr.example.com" */
export function publicAddress(request: Request, settings: { readonly publicUrl: string | null }): string {
  if (settings.publicUrl !== null) return settings.publicUrl;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? new URL(request.url).host;
  return `${isEncrypted(request) ? "https" : "http"}://${host}`;
}

/** True when the browser speaks HTTPS, with Cadre or with a proxy before it. */
export function isEncrypted(request: Request): boolean {
  return request.headers.get("x-forwarded-proto") === "https" || new URL(request.url).protocol === "https:";
}
