package io.claviger.storage.sql;

import io.claviger.iam.DelegationRequest.Parameter;
import java.util.ArrayList;
import java.util.List;

/** The values of a template as one column: for each an array of its name, its type, which may be empty, and its values. */
final class ParametersColumn {

    private static final int TYPE = 1;
    private static final int VALUES = 2;

    private ParametersColumn() {}

    static String write(List<Parameter> parameters) {
        return TextsColumn.write(
                parameters.stream().map(ParametersColumn::texts).toList());
    }

    private static String texts(Parameter parameter) {
        List<String> texts = new ArrayList<>();
        texts.add(parameter.name());
        texts.add(parameter.type() == null ? "" : parameter.type());
        texts.addAll(parameter.values());
        return TextsColumn.write(texts);
    }

    static List<Parameter> read(String column) {
        return TextsColumn.read(column).stream()
                .map(TextsColumn::read)
                .map(texts -> new Parameter(
                        texts.getFirst(),
                        texts.subList(VALUES, texts.size()),
                        texts.get(TYPE).isEmpty() ? null : texts.get(TYPE)))
                .toList();
    }
}
