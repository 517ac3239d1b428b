import { useEffect, useState } from "react";

/** Seconds that run out, once they are begun. */
export function useCountdown() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds > 0) {
      const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
      return () => clearTimeout(timer);
    }
  }, [seconds]);
  return { seconds, begin: setSeconds };
}
