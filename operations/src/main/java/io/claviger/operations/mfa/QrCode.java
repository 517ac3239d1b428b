package io.claviger.operations.mfa;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The picture by which an authenticator takes over a seed: a QR code of a URI.
 *
 * @see <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI format</a>
 */
final class QrCode {

    private static final int PIXELS = 300;
    private static final int WHITE = 0xFFFFFF;

    private QrCode() {}

    /**
     * The URI of a device: {@code otpauth://totp/device@account?secret=…&issuer=Claviger}.
     *
     * @param account its ID or its alias
     * @param seed in base 32
     */
    static String uri(String device, String account, String seed) {
        String label = URLEncoder.encode(device, StandardCharsets.UTF_8) + "@" + account;
        return "otpauth://totp/" + label + "?secret=" + seed + "&issuer=Claviger";
    }

    /** The picture of a text, as a PNG. */
    static byte[] png(String text) {
        try {
            return png(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, PIXELS, PIXELS));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this text", e);
        }
    }

    private static byte[] png(BitMatrix code) {
        BufferedImage image = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                image.setRGB(x, y, code.get(x, y) ? 0 : WHITE);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        // The usual stream would put the picture, and with it the seed, into a file.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
