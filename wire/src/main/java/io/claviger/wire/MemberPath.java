package io.claviger.wire;

import org.jspecify.annotations.Nullable;

/** A member's place in a request as constraint messages write it: {@code tags.1.member.key}. Immutable. */
record MemberPath(@Nullable MemberPath parent, String name) {

    static MemberPath of(@Nullable MemberPath parent, InputMember member) {
        return new MemberPath(parent, member.pathName());
    }

    /** The place of a list's element, counted from one. */
    MemberPath element(int position) {
        return new MemberPath(this, position + ".member");
    }

    /** The place of a map's value. */
    MemberPath entry(String key) {
        return new MemberPath(this, Echo.of(key) + ".member");
    }

    @Override
    public String toString() {
        return parent == null ? name : parent + "." + name;
    }
}
