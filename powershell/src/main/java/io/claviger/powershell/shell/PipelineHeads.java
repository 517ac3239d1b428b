package io.claviger.powershell.shell;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The commands whose objects reach the end of an unfinished line. Each is the first of its pipeline, since later
 * commands mostly hand on the same objects.
 *
 * @param pipeline the first command of the last command's pipeline; empty if they are the same
 * @param block the command whose objects are {@code $_} in the enclosing script block; empty if there is no such block
 */
record PipelineHeads(String pipeline, String block) {

    /** A pipeline that is open. */
    private static final class Open {
        private final boolean ofBlock;
        private String head = "";
        private boolean piped;

        Open(boolean ofBlock) {
            this.ofBlock = ofBlock;
        }

        void begin() {
            head = "";
            piped = false;
        }
    }

    /** The commands for the end of a text. */
    static PipelineHeads at(String text) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(false));
        char quote = '\0';
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (quote != '\0') {
                quote = one == quote ? '\0' : quote;
                continue;
            }
            switch (one) {
                case '\'', '"' -> quote = one;
                case '{', '(' -> open.push(new Open(one == '{'));
                case '}', ')' -> {
                    if (open.size() > 1) {
                        open.pop();
                    }
                }
                case ';', '\n', '=' -> open.element().begin();
                case '|' -> open.element().piped = true;
                default -> {
                    if (open.element().head.isEmpty() && !Character.isWhitespace(one)) {
                        int end = end(text, i);
                        open.element().head = text.substring(i, end);
                        i = end - 1;
                    }
                }
            }
        }
        return new PipelineHeads(open.element().piped ? open.element().head : "", aroundBlock(open));
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && " \t\r\n|;(){}='\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String aroundBlock(Deque<Open> open) {
        boolean within = false;
        for (Open one : open) {
            if (within) {
                return one.piped ? one.head : "";
            }
            within = one.ofBlock;
        }
        return "";
    }
}
