package vn.minhbach.local.dynamodb.item;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A value of an attribute, of one of DynamoDB's ten types. */
public sealed interface AttributeValue {

  /** The name of the type in the protocol: S, N, B, BOOL, NULL, M, L, SS, NS or BS. */
  String type();

  /** The text of a string. */
  record S(String value) implements AttributeValue {
    @Override
    public String type() {
      return "S";
    }

    byte[] utf8() {
      return value.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A decimal without trailing zeros, as {@link Decimal} makes it. */
  record N(BigDecimal value) implements AttributeValue {
    @Override
    public String type() {
      return "N";
    }
  }

  /** Binary. */
  record B(Bytes value) implements AttributeValue {
    @Override
    public String type() {
      return "B";
    }
  }

  /** True or false. */
  record Bool(boolean value) implements AttributeValue {
    @Override
    public String type() {
      return "BOOL";
    }
  }

  /** The null that is a value; an attribute that is not there is none. */
  record Null() implements AttributeValue {
    @Override
    public String type() {
      return "NULL";
    }
  }

  /** A map, in the order in which it came. */
  record M(Map<String, AttributeValue> value) implements AttributeValue {
    @Override
    public String type() {
      return "M";
    }
  }

  /** A list. */
  record L(List<AttributeValue> value) implements AttributeValue {
    @Override
    public String type() {
      return "L";
    }
  }

  /** A set of one scalar type; two are equal whatever their order. */
  sealed interface SetValue<T> extends AttributeValue {
    /** The elements. */
    Set<T> value();

    /** A set of this type with other elements. */
    SetValue<T> with(Set<T> elements);

    /** True when a value is of the type of the elements and is one of them. */
    boolean has(AttributeValue element);
  }

  /** A set of strings. */
  record SS(Set<String> value) implements SetValue<String> {
    @Override
    public String type() {
      return "SS";
    }

    @Override
    public SS with(Set<String> elements) {
      return new SS(elements);
    }

    @Override
    public boolean has(AttributeValue element) {
      return element instanceof S one && value.contains(one.value());
    }
  }

  /** A set of numbers. */
  record NS(Set<BigDecimal> value) implements SetValue<BigDecimal> {
    @Override
    public String type() {
      return "NS";
    }

    @Override
    public NS with(Set<BigDecimal> elements) {
      return new NS(elements);
    }

    @Override
    public boolean has(AttributeValue element) {
      return element instanceof N one && value.contains(one.value());
    }
  }

  /** A set of binaries. */
  record BS(Set<Bytes> value) implements SetValue<Bytes> {
    @Override
    public String type() {
      return "BS";
    }

    @Override
    public BS with(Set<Bytes> elements) {
      return new BS(elements);
    }

    @Override
    public boolean has(AttributeValue element) {
      return element instanceof B one && value.contains(one.value());
    }
  }
}
