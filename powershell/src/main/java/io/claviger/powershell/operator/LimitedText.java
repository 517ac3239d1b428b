package io.claviger.powershell.operator;

/**
 * A text that ends the match after a number of reads. Some regular expressions read the same characters again and
 * again, for longer than anyone would wait.
 */
final class LimitedText implements CharSequence {

    private static final long MOST_READS = 100_000_000;

    private final CharSequence text;
    private long reads;

    LimitedText(CharSequence text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++reads > MOST_READS) {
            throw OperatorErrors.runtime("RegexTimeout", "The regular expression takes too long for this text.");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
