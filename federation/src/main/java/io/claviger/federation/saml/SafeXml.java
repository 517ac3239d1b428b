package io.claviger.federation.saml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The one parser for all XML that comes from outside: UTF-8 alone, without a document type, and so without entities of its
 * own and without anything that would have to be fetched. Thread-safe.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html">XML external
 *     entity prevention</a>
 */
final class SafeXml {

    private static final int DEEPEST = 64;
    private static final int MOST_ATTRIBUTES = 64;

    private static final DocumentBuilderFactory FACTORY = factory();

    private SafeXml() {}

    /** A text that is no XML, or XML that is not taken. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(Throwable cause) {
            super(cause);
        }

        Unreadable(String reason) {
            super(reason);
        }
    }

    /** Reads a text. */
    static Document parse(String text) throws Unreadable {
        try {
            return builder().parse(new InputSource(new StringReader(text)));
        } catch (SAXException e) {
            throw new Unreadable(e);
        } catch (IOException e) {
            throw new IllegalStateException("a text is always there", e);
        }
    }

    /**
     * Reads bytes of a document that is to be verified. Comments and processing instructions are refused: canonicalization
     * drops comments, so they can be put into a signed text without breaking its signature, where they split what a reader
     * sees.
     */
    static Document parseBare(byte[] utf8) throws Unreadable {
        return bare(text(utf8));
    }

    /**
     * Reads bytes as the content of an element, as strictly as {@link #parseBare}.
     *
     * @param declarations the element's declarations of namespaces, by attribute
     * @return the element around them
     */
    static Element parseWithin(byte[] utf8, Map<String, String> declarations) throws Unreadable {
        StringBuilder within = new StringBuilder("<within");
        declarations.forEach((name, uri) -> within.append(' ')
                .append(name)
                .append("=\"")
                .append(uri.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"))
                .append('"'));
        within.append('>').append(text(utf8)).append("</within>");
        return bare(within.toString()).getDocumentElement();
    }

    private static Document bare(String text) throws Unreadable {
        Document document = parse(text);
        refuseRemarks(document);
        return document;
    }

    /** UTF-8, whatever the document says of itself. */
    private static String text(byte[] utf8) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(e);
        }
    }

    private static void refuseRemarks(Node node) throws Unreadable {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child.getNodeType()) {
                case Node.ELEMENT_NODE -> refuseRemarks(child);
                case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> {}
                default -> throw new Unreadable("a node that is neither element nor text");
            }
        }
    }

    /** Factories are not thread-safe, and neither are builders. */
    private static DocumentBuilder builder() {
        try {
            DocumentBuilder builder;
            synchronized (FACTORY) {
                builder = FACTORY.newDocumentBuilder();
            }
            builder.setErrorHandler(new Strict());
            builder.setEntityResolver((_, _) -> {
                throw new SAXException("nothing is fetched");
            });
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser lacks a feature", e);
        }
    }

    private static DocumentBuilderFactory factory() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser lacks a feature", e);
        }
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
        factory.setAttribute("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    /** The JDK's own writes to the standard error. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }
}
