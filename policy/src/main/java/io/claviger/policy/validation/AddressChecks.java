package io.claviger.policy.validation;

import io.claviger.policy.condition.Family;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Ranges of IP addresses: those that hold more than they seem to, and private ones where only public ones arrive. */
final class AddressChecks implements StatementChecks {

    private static final List<Block> PRIVATE = List.of(
            Block.of("10.0.0.0/8"),
            Block.of("172.16.0.0/12"),
            Block.of("192.168.0.0/16"),
            Block.of("100.64.0.0/10"),
            Block.of("169.254.0.0/16"),
            Block.of("127.0.0.0/8"),
            Block.of("fc00::/7"),
            Block.of("fe80::/10"),
            Block.of("::1/128"));

    /** An address of so many bits as a number, and how many of its first bits count. */
    private record Block(BigInteger address, int size, int length) {

        /** The text is one that the operator accepts. */
        static Block of(String text) {
            int slash = text.indexOf('/');
            byte[] bytes = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                    .getAddress();
            int size = bytes.length * Byte.SIZE;
            int length = slash < 0 ? size : Integer.parseInt(text.substring(slash + 1));
            return new Block(new BigInteger(1, bytes), size, Math.min(length, size));
        }

        boolean within(Block wide) {
            int ignored = size - wide.length;
            return size == wide.size
                    && length >= wide.length
                    && address.shiftRight(ignored).equals(wide.address.shiftRight(ignored));
        }

        /** The same block, with all bits of its address cleared that do not count. */
        Block clean() {
            int ignored = size - length;
            return new Block(address.shiftRight(ignored).shiftLeft(ignored), size, length);
        }

        /** Address and length as policies write them. */
        String text() {
            boolean ipv4 = size == Integer.SIZE;
            int step = ipv4 ? Byte.SIZE : Short.SIZE;
            StringBuilder text = new StringBuilder();
            for (int rest = size - step; rest >= 0; rest -= step) {
                int unit = address.shiftRight(rest).intValue() & ((1 << step) - 1);
                text.append(ipv4 ? Integer.toString(unit) : Integer.toHexString(unit));
                text.append(rest == 0 ? "/" : ipv4 ? "." : ":");
            }
            return text.append(length).toString();
        }
    }

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        for (ConditionView condition : statement.conditions()) {
            if (!condition.is(Family.IP)) {
                continue;
            }
            List<Node> hidden = new ArrayList<>();
            int valid = 0;
            for (Node value : condition.values()) {
                if (Family.IP.accepts(value.text(), false)) {
                    valid++;
                    Block block = Block.of(value.text());
                    improve(block, value, scope);
                    if (PRIVATE.stream().anyMatch(block::within)) {
                        hidden.add(value);
                    }
                }
            }
            if (condition.on("aws:SourceIp") && !hidden.isEmpty()) {
                hidden(condition, hidden, hidden.size() == valid, scope);
            }
        }
    }

    private static void improve(Block block, Node value, Scope scope) {
        if (!block.clean().equals(block)) {
            scope.report()
                    .add(
                            Check.IMPROVE_IP_RANGE,
                            "The non-zero bits in the IP address after the masked bits are ignored. Replace address with "
                                    + block.clean().text() + '.',
                            value.location());
        }
    }

    private static void hidden(ConditionView condition, List<Node> hidden, boolean all, Scope scope) {
        String mix = "The values for condition key aws:SourceIp include a mix of private and public IP addresses. The"
                + " private addresses ";
        String instead = " aws:SourceIp works only for public IP address ranges. To define permissions for private IP"
                + " ranges, use aws:VpcSourceIp.";
        boolean not = condition.negated();
        if (all) {
            scope.report()
                    .add(
                            not ? Check.PRIVATE_NOT_IP_ADDRESS : Check.PRIVATE_IP_ADDRESS,
                            not
                                    ? "The values for condition key aws:SourceIp include only private IP addresses and has"
                                            + " no effect. aws:SourceIp works only for public IP address ranges. Update"
                                            + " the value to include only public IP addresses."
                                    : "aws:SourceIp works only for public IP address ranges. The values for condition key"
                                            + " aws:SourceIp include only private IP addresses and will not have the"
                                            + " desired effect. Update the value to include only public IP addresses.",
                            condition.value().location());
        } else {
            scope.report()
                    .add(
                            not ? Check.PRIVATE_NOT_IP_ADDRESS_SUBSET : Check.PRIVATE_IP_ADDRESS_SUBSET,
                            mix + (not ? "have no effect." : "will not have the desired effect.") + instead,
                            hidden.stream().map(Node::location).toList());
        }
    }
}
