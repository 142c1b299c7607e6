package vn.minhbach.bench;

import java.util.List;

final class ColdStartBench {
  List<Measure> run(int samples) {
    return List.of();
  }
}
