package io.claviger.policy.catalog;

import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonBoolean;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.JsonValue.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of one object of a catalog file; what it asks for and does not find is a fault with its place. */
record Members(JsonObject object, String what) {

    static Members of(JsonValue value, String what, Set<String> names) throws CatalogFault {
        Members members = of(value, what);
        for (JsonMember member : members.object.members()) {
            if (!names.contains(member.name())) {
                throw new CatalogFault(what + " has no member " + member.name(), member.nameAt());
            }
        }
        return members;
    }

    /** An object whose members' names are data. */
    static Members of(JsonValue value, String what) throws CatalogFault {
        if (value instanceof JsonObject object) {
            return new Members(object, what);
        }
        throw new CatalogFault(what + " must be an object", value.at());
    }

    @Nullable
    JsonValue get(String name) {
        for (JsonMember member : object.members()) {
            if (member.name().equals(name)) {
                return member.value();
            }
        }
        return null;
    }

    JsonValue need(String name) throws CatalogFault {
        JsonValue value = get(name);
        if (value == null) {
            throw new CatalogFault(what + " must have the member " + name, object.at());
        }
        return value;
    }

    String text(String name) throws CatalogFault {
        return text(need(name), name);
    }

    static String text(JsonValue value, String what) throws CatalogFault {
        if (value instanceof JsonText(String text, var span)) {
            return text;
        }
        throw new CatalogFault("The value of " + what + " must be a string", value.at());
    }

    boolean flag(String name) throws CatalogFault {
        JsonValue value = get(name);
        if (value == null) {
            return false;
        }
        if (value instanceof JsonBoolean(boolean flag, var span)) {
            return flag;
        }
        throw new CatalogFault("The value of " + name + " must be true or false", value.at());
    }

    List<JsonValue> elements(String name) throws CatalogFault {
        JsonValue value = get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonArray array) {
            return array.elements();
        }
        throw new CatalogFault("The value of " + name + " must be an array", value.at());
    }

    List<String> texts(String name) throws CatalogFault {
        List<String> texts = new ArrayList<>();
        for (JsonValue element : elements(name)) {
            texts.add(text(element, name));
        }
        return texts;
    }

    /** The members of the object with that name, none if it is absent. */
    List<JsonMember> named(String name) throws CatalogFault {
        JsonValue value = get(name);
        return value == null
                ? List.of()
                : of(value, "The value of " + name).object.members();
    }
}
