import { json } from "@codemirror/lang-json";
import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { followTheme, looks } from "./look";
import { useShadow } from "./shadow";

interface Props {
  before: string;
  after: string;
  label: string;
}

/** Two documents side by side, with what differs marked. */
export function SideBySide({ before, after, label }: Props) {
  const host = useShadow((root, parent) => {
    const side = (doc: string) => ({
      doc,
      extensions: [
        lineNumbers(),
        json(),
        looks(),
        EditorView.lineWrapping,
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      ],
    });
    const merge = new MergeView({
      root,
      parent,
      a: side(before),
      b: side(after),
      collapseUnchanged: { margin: 3 },
    });
    const end = followTheme(merge.a, merge.b);
    return () => {
      end();
      merge.destroy();
    };
  });
  return <div key={before + after} ref={host} className="editor" role="group" aria-label={label} />;
}
