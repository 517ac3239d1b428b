import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from "@codemirror/language";
import { linter, lintGutter, lintKeymap } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { complete } from "./completion";
import { type Finding, type PolicyType, findings } from "./findings";
import { followTheme, looks } from "./look";
import { useShadow } from "./shadow";

export interface EditorProps {
  value: string;
  onChange: (value: string) => void;
  onFindings: (findings: Finding[]) => void;
  type: PolicyType;
  label: string;
}

/** An editor of policies in JSON, with completion from the catalog and findings as one types. Escape, then Tab leaves it. */
export default function Editor(props: EditorProps) {
  const now = useRef(props);
  const view = useRef<EditorView>(undefined);
  useEffect(() => {
    now.current = props;
  });

  const host = useShadow((root, parent) => {
    const editor = new EditorView({
      root,
      parent,
      state: EditorState.create({
        doc: now.current.value,
        extensions: [
          lineNumbers(),
          foldGutter(),
          lintGutter(),
          history(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          highlightActiveLine(),
          json(),
          looks(),
          autocompletion({ override: [complete], activateOnTyping: true }),
          linter((of) => findings(of.state.doc, now.current.type, (found) => now.current.onFindings(found)), {
            delay: 500,
          }),
          keymap.of([
            ...closeBracketsKeymap,
            ...defaultKeymap,
            ...historyKeymap,
            ...foldKeymap,
            ...completionKeymap,
            ...lintKeymap,
            indentWithTab,
          ]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": now.current.label }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              now.current.onChange(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    view.current = editor;
    const end = followTheme(editor);
    return () => {
      end();
      editor.destroy();
    };
  });

  useEffect(() => {
    const editor = view.current;
    if (editor && editor.state.doc.toString() !== props.value) {
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: props.value } });
    }
  }, [props.value]);

  return <div ref={host} className="editor" data-testid="editor" />;
}
