import type { BrowserContext } from "playwright-core";

/**
 * Notes in the returned list, as it fills, what a visitor must never meet on any page of a context: errors and warnings
 * on the console, errors that nobody caught, what the Content-Security-Policy had to stop, requests that fail and
 * requests to other hosts. Call it before the first page opens.
 */
export async function watch(context: BrowserContext, home: string): Promise<string[]> {
  const complaints: string[] = [];
  context.on("console", (message) => {
    const { url } = message.location();
    if (!["error", "warning"].includes(message.type())) return;
    complaints.push(`${message.page()?.url()}: ${message.type()}: ${message.text()} ${url}`);
  });
  context.on("weberror", (webError) => complaints.push(`${webError.page()?.url()}: uncaught: ${webError.error().message}`));
  context.on("request", (request) => {
    if (!request.url().startsWith(home) && !/^(?:data|blob):/u.test(request.url())) complaints.push(`request to another host: ${request.url()}`);
  });
  // Leaving a page aborts what it still loads; all else that fails is a complaint.
  context.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  await context.exposeBinding("noteViolation", (_source, violation: string) => void complaints.push(violation));
  await context.addInitScript({
    content: `addEventListener("securitypolicyviolation", (event) =>
      noteViolation(location.pathname + ": policy " + event.effectiveDirective + " stopped " + event.blockedURI + " " + event.sample))`,
  });
  return complaints;
}
