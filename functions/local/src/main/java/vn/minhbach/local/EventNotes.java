package vn.minhbach.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Deliveries of the event bus that are not done, one small file each; in memory there are none. */
final class EventNotes {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Optional<Path> directory;

  /** A delivery that an earlier run left. */
  record Note(String id, String rule, byte[] event) {}

  EventNotes(Optional<Path> directory) {
    this.directory = directory;
    directory.ifPresent(path -> {
      try {
        Files.createDirectories(path);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot note events in " + path, e);
      }
    });
  }

  void add(Note note) {
    if (directory.isEmpty()) {
      return;
    }
    ObjectNode json = JSON.createObjectNode();
    json.put("rule", note.rule());
    json.set("event", JSON.readTree(note.event()));
    Path whole = directory.get().resolve(note.id());
    Path draft = directory.get().resolve("." + note.id());
    try {
      Files.write(draft, JSON.writeValueAsBytes(json));
      Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot note an event in " + directory.get(), e);
    }
  }

  void remove(String id) {
    if (directory.isEmpty()) {
      return;
    }
    try {
      Files.deleteIfExists(directory.get().resolve(id));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear a note in " + directory.get(), e);
    }
  }

  /** What is there, oldest first. */
  List<Note> left() {
    if (directory.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory.get())) {
      List<Note> notes = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String id = file.getFileName().toString();
        if (!id.startsWith(".")) {
          JsonNode json = JSON.readTree(Files.readAllBytes(file));
          notes.add(
              new Note(
                  id, json.path("rule").stringValue(), JSON.writeValueAsBytes(json.path("event"))));
        }
      }
      return notes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read noted events in " + directory.get(), e);
    }
  }
}
