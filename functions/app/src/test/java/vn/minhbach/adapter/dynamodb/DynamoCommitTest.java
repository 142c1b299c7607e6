package vn.minhbach.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.minhbach.Shipped;
import vn.minhbach.core.ledger.Write;

/** What a capability writes has a place in the table. */
class DynamoCommitTest {

  @Test
  void everyWriteOfTheCoreHasItsPut() {
    Set<String> writes =
        Shipped.CLASSES.stream()
            .filter(type -> type.getPackageName().startsWith("vn.minhbach.core"))
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
