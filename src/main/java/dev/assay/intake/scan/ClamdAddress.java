package dev.assay.intake.scan;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a ClamAV daemon listens: `host:port`, or `unix:/path` of its local socket.
///
/// @param text as it was written
public record ClamdAddress(String text) {
    private static final String UNIX = "unix:";
    private static final Pattern TCP = Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]+]):([0-9]{1,5})");
    private static final int LAST_PORT = 65_535;

    /// The rule an address breaks, in words; empty when it may stand.
    public static Optional<String> broken(String text) {
        Matcher tcp = TCP.matcher(text);
        boolean stands = text.startsWith(UNIX + "/")
                || (tcp.matches()
                        && Integer.parseInt(tcp.group(2)) >= 1
                        && Integer.parseInt(tcp.group(2)) <= LAST_PORT);
        return stands ? Optional.empty() : Optional.of("must be host:port or unix:/path. Found: '" + text + "'");
    }

    /// Connects.
    ///
    /// @throws IOException if nothing listens there
    SocketChannel connect() throws IOException {
        return text.startsWith(UNIX)
                ? open(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(Path.of(text.substring(UNIX.length()))))
                : SocketChannel.open(tcp());
    }

    private static SocketChannel open(StandardProtocolFamily family, SocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open(family);
        try {
            channel.connect(address);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private InetSocketAddress tcp() throws IOException {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, colon).replace("[", "").replace("]", "");
        InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1)));
        if (address.isUnresolved()) {
            throw new IOException("there is no host " + host);
        }
        return address;
    }
}
