/** What must be shown and never run. */
export const HOSTILE = `"><img src=x onerror="alert('run')"><script>alert('run')</script>`;

export function hostilePolicy() {
  return {
    Version: "2012-10-17",
    Id: HOSTILE,
    Statement: [{ Sid: "Hostile", Effect: "Allow", Action: "s3:GetObject", Resource: `arn:aws:s3:::b/${HOSTILE}` }],
  };
}
