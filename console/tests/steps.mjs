/**
 * Runs the steps of a story one after another and prints one JSON line for each, which the Java test reads. What comes
 * after a step that failed is skipped, unless the steps do not need one another.
 */
export async function tell(steps, { onFailure, goOn = false } = {}) {
  let failed = false;
  for (const [step, does] of Object.entries(steps)) {
    if (failed && !goOn) {
      print({ step, skipped: true });
      continue;
    }
    const began = performance.now();
    try {
      const note = await does();
      print({ step, ok: true, ms: Math.round(performance.now() - began), ...(note && { note }) });
    } catch (error) {
      failed = true;
      await onFailure?.();
      print({ step, ok: false, error: String(error.stack ?? error) });
    }
  }
  process.exitCode = failed ? 1 : 0;
}

export function expect(truth, message) {
  if (!truth) {
    throw new Error(message);
  }
}

function print(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
