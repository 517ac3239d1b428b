import qrcode from "qrcode-generator";
import { useMemo } from "react";

/** A text as a QR code, with the white margin that cameras need in dark mode too. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, squares } = useMemo(() => draw(text), [text]);
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`-4 -4 ${size + 8} ${size + 8}`}>
      <path d={squares} fill="#000" />
    </svg>
  );
}

function draw(text: string) {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const at = Array.from({ length: size }, (_, index) => index);
  const squares = at
    .flatMap((row) => at.filter((column) => code.isDark(row, column)).map((column) => `M${column} ${row}h1v1h-1z`))
    .join("");
  return { size, squares };
}
