package io.claviger.cmdlets.launch;

import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jspecify.annotations.Nullable;

/** Accepts every candidate: the suggestions match already, even if quotes make them look different. */
final class TakeAllMatcher implements CompletionMatcher {

    private List<Candidate> candidates = List.of();
    private String word = "";

    @Override
    public void compile(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            @Nullable String originalGroupName) {
        word = line.word();
    }

    @Override
    public List<Candidate> matches(List<Candidate> offered) {
        candidates = List.copyOf(offered);
        return candidates;
    }

    @Override
    public @Nullable Candidate exactMatch() {
        return candidates.stream()
                .filter(one -> one.value().equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }

    /** The common beginning of all candidates, without regard to case, as the first one spells it. */
    @Override
    public String getCommonPrefix() {
        if (candidates.isEmpty()) {
            return "";
        }
        String common = candidates.getFirst().value();
        for (Candidate candidate : candidates) {
            int same = 0;
            while (same < Math.min(common.length(), candidate.value().length())
                    && common.regionMatches(true, same, candidate.value(), same, 1)) {
                same++;
            }
            common = common.substring(0, same);
        }
        return common.length() < word.length() ? word : common;
    }
}
