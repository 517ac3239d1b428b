package io.claviger.federation.saml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Elements by namespace and name, always as children of an element that is known: nothing is looked for in the whole. */
final class Elements {

    /** Of assertions. */
    static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";

    /** Of responses. */
    static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";

    /** Of metadata. */
    static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";

    /** Of signatures. */
    static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    /** Of what is encrypted. */
    static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";

    private Elements() {}

    /** Whether the element has this name. */
    static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    /** The child elements. */
    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The child elements of this name. */
    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    /** The child element of this name; null if there is not exactly one. */
    static @Nullable Element only(Element parent, String namespace, String name) {
        List<Element> found = children(parent, namespace, name);
        return found.size() == 1 ? found.getFirst() : null;
    }

    /** The element and all within it, in the order of the document. */
    static List<Element> all(Element root) {
        List<Element> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Element element, List<Element> into) {
        into.add(element);
        for (Element child : children(element)) {
            collect(child, into);
        }
    }

    /** An attribute without a namespace; null if it is absent. */
    static @Nullable String attribute(Element element, String name) {
        return element.hasAttributeNS(null, name) ? element.getAttributeNS(null, name) : null;
    }

    /** All attributes, declarations of namespaces among them. */
    static List<Attr> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        List<Attr> found = new ArrayList<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            found.add((Attr) attributes.item(i));
        }
        return found;
    }

    /** The text of an element that holds nothing else, without the white space around it; null if it does. */
    static @Nullable String text(Element element) {
        return children(element).isEmpty() ? element.getTextContent().strip() : null;
    }
}
