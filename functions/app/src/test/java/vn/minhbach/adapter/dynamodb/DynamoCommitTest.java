package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.minhbach.core.ledger.Write;

/** What a capability writes has a place in the table. */
class DynamoCommitTest {

  @Test
  void everyWriteOfTheCoreHasItsPut() {
    Set<String> writes =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("vn.minhbach.core")
                .stream()
                .filter(type -> type.isAssignableTo(Write.class) && !type.isInterface())
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    assertFalse(writes.isEmpty());
    Set<String> known =
        DynamoCommit.known().stream()
            .map(Class::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(writes, known);
  }
}
