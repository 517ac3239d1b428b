import { useState } from "react";

/** Whether somebody has ended a text, by leaving its field or with Enter: what is half written has no fault yet. */
export function useWritten(text: string) {
  const [written, setWritten] = useState(text);
  return { isWritten: text === written, end: () => setWritten(text) };
}
