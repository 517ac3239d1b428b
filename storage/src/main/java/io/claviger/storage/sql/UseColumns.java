package io.claviger.storage.sql;

import io.claviger.iam.TotpDevice.Clock;
import io.claviger.iam.TotpDevice.Use;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose a device that shows codes is, and what is known of its clock: four columns, {@code owner_id}, {@code enable_date},
 * {@code drift} and {@code last_step}, with nothing in them if it is nobody's.
 */
final class UseColumns {

    private static final int COLUMNS = 4;

    private UseColumns() {}

    static @Nullable Use read(ResultSet row) throws SQLException {
        String ownerId = row.getString("owner_id");
        return ownerId == null
                ? null
                : new Use(
                        ownerId,
                        Times.fromColumn(row, "enable_date"),
                        new Clock(row.getLong("drift"), row.getLong("last_step")));
    }

    /** The parameters of a statement in which others stand around the four. */
    static @Nullable Object[] among(List<Object> before, @Nullable Use use, Object... after) {
        List<@Nullable Object> parameters = new ArrayList<>(before);
        if (use == null) {
            for (int i = 0; i < COLUMNS; i++) {
                parameters.add(null);
            }
        } else {
            parameters.add(use.ownerId());
            parameters.add(Times.toColumn(use.since()));
            parameters.add(use.clock().drift());
            parameters.add(use.clock().lastStep());
        }
        parameters.addAll(Arrays.asList(after));
        return parameters.toArray();
    }
}
