package vn.minhbach;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * All that the modules under test ship, as ArchUnit reads it: once in a JVM, since reading takes
 * longer than all that is asked of it.
 */
public final class Shipped {

  public static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.minhbach");

  private Shipped() {}
}
