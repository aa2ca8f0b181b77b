package org.noteworthy.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.drools.model.Model;

/**
 * Puts the libraries into one jar, since to look for a service in two hundred jars takes a seventh of a check. Where two hold
 * a file of the same name, the first counts; what they say of services is put together.
 */
public final class OneJar {
    private static final String SERVICES = "META-INF/services/";
    private static final long ANY_DAY = 0;

    private OneJar() {}

    /** The arguments are the jar to write and the folders of the libraries. */
    public static void main(String[] args) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String folder : List.of(args).subList(1, args.length)) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        write(Path.of(args[0]), jars);
    }

    private static void write(Path target, List<Path> jars) throws IOException {
        Set<String> names = new HashSet<>();
        Map<String, ByteArrayOutputStream> services = new TreeMap<>();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(target)) {
            put(out, JarFile.MANIFEST_NAME, manifest());
            for (Path jar : jars) {
                try (ZipFile zip = ZipFile.builder().setPath(jar).get()) {
                    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                        if (isService(entry)) {
                            append(
                                    zip,
                                    entry,
                                    services.computeIfAbsent(entry.getName(), name -> new ByteArrayOutputStream()));
                        }
                    }
                    zip.copyRawEntries(out, entry -> isTaken(entry) && names.add(entry.getName()));
                }
            }
            for (Map.Entry<String, ByteArrayOutputStream> service : services.entrySet()) {
                put(out, service.getKey(), service.getValue());
            }
        }
    }

    private static boolean isService(ZipArchiveEntry entry) {
        return entry.getName().startsWith(SERVICES) && !entry.isDirectory();
    }

    /** What a jar says of itself as a whole is true of no other: manifests, indexes, signatures, modules. */
    private static boolean isTaken(ZipArchiveEntry entry) {
        String name = entry.getName();
        boolean ofItself = name.equals(JarFile.MANIFEST_NAME)
                || name.endsWith("module-info.class")
                || name.matches("META-INF/[^/]*\\.(LIST|SF|RSA|DSA|EC)");
        return !entry.isDirectory() && !ofItself && !isService(entry);
    }

    private static void append(ZipFile zip, ZipArchiveEntry entry, ByteArrayOutputStream all) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(all);
        }
        all.write('\n');
    }

    /** The engine goes on saying its version, since compiled rules are kept under it. */
    private static ByteArrayOutputStream manifest() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        Package engine = Model.class.getPackage();
        String version = engine.getImplementationVersion();
        if (version != null) {
            Attributes attributes = new Attributes();
            attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
            manifest.getEntries().put(engine.getName().replace('.', '/') + "/", attributes);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes;
    }

    private static void put(ZipArchiveOutputStream out, String name, ByteArrayOutputStream content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTime(ANY_DAY);
        out.putArchiveEntry(entry);
        content.writeTo(out);
        out.closeArchiveEntry();
    }
}
