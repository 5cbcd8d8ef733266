/** The names of the files that a rendered plan may have: by them what an earlier plan left behind is found. */

/** The scripts; the data of `json`; the bodies, of the second and later removals with their number; the certificate. */
const PLAN_FILE =
  /^(?:rollover\.(?:json|sh|ps1|http)|(?:add|activate|(?:clear-preferred|remove)(?:-\d+)?)\.json|new-certificate\.pem|key-descriptor\.xml)$/;

/** Whether a plan, in whatever format, writes a file of this name. */
export function isPlanFileName(name: string): boolean {
  return PLAN_FILE.test(name);
}
