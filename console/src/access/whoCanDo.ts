import { useCallback, useEffect, useRef, useState } from "react";
import { askLines } from "../aws/signed";
import type { Decision } from "./explanation";

/** Somebody who may do what was asked about. */
export interface Who {
  principal: { arn: string; type: "root" | "user" | "role"; name: string };
  decision: Decision;
  because: string[];
}

type Line = Who | { seen: number; of: number };

interface WhoQuestion {
  action: string;
  resource: string;
  context?: Record<string, string[]>;
}

interface Progress {
  found: Who[];
  seen: number;
  of: number;
  running: boolean;
  error: Error | null;
}

const NOTHING: Progress = { found: [], seen: 0, of: 0, running: false, error: null };

/** What was found is drawn so often while the answer comes. */
const DRAW_MS = 100;

/** Asks who can do something, and gives what has come so far. Asks `first` at once if it is given. */
export function useWhoCan(first: WhoQuestion | undefined) {
  const [progress, setProgress] = useState(NOTHING);
  const running = useRef<AbortController>(undefined);

  const stop = useCallback(() => running.current?.abort(), []);
  const begin = useCallback((question: WhoQuestion) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const now = { ...NOTHING, found: [] as Who[], running: true };
    const draw = () => {
      if (running.current === control) {
        setProgress({ ...now, found: [...now.found] });
      }
    };
    const timer = setInterval(draw, DRAW_MS);
    const take = (line: Line) => {
      if ("seen" in line) {
        now.seen = line.seen;
        now.of = line.of;
      } else {
        now.found.push(line);
      }
    };
    askLines<Line>("who-can", question, take, control.signal)
      .catch((error: unknown) => {
        if (!control.signal.aborted) {
          now.error = error as Error;
        }
      })
      .finally(() => {
        clearInterval(timer);
        now.running = false;
        draw();
      });
    draw();
  }, []);

  const asked = useRef(first);
  useEffect(() => {
    if (asked.current) {
      begin(asked.current);
    }
    return () => running.current?.abort();
  }, [begin]);

  return { ...progress, begin, stop };
}
