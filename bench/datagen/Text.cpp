//===- Text.cpp - The grammar of TPC-H's comments -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Words and productions are those of clauses 4.2.2.13 and 4.2.2.14 of the TPC-H
// specification. It gives no frequencies; those here are rounded from counts in
// published data.
//
//===----------------------------------------------------------------------===//

#include "Text.h"
#include "Threads.h"
#include <algorithm>
#include <atomic>
#include <vector>

using namespace molt::datagen;

namespace {

/// "word*weight|word|…": a list of words to draw from; the weight defaults to 1.
class Words {
public:
  explicit Words(std::string_view list) {
    while (!list.empty()) {
      std::string_view item = list.substr(0, list.find('|'));
      list.remove_prefix(std::min(list.size(), item.size() + 1));
      size_t star = item.find('*');
      int weight = star == item.npos ? 1 : std::stoi(std::string(item.substr(star + 1)));
      slots.insert(slots.end(), static_cast<size_t>(weight), item.substr(0, star));
    }
  }
  std::string_view draw(Random &random) const { return slots[random.below(slots.size())]; }

private:
  std::vector<std::string_view> slots;
};

/// Writes sentences. A production is a string of symbols, one letter each:
/// N, V, P noun, verb and prepositional phrase; n, v, j, d, p, x noun, verb,
/// adjective, adverb, preposition, auxiliary; t "the"; T terminator; ',' itself.
class Grammar {
public:
  void sentence(Random &random, std::string &out) const { expand('S', random, out); }

private:
  void expand(char symbol, Random &random, std::string &out) const {
    switch (symbol) {
    case 'S':
      return produce(sentences, random, out);
    case 'N':
      return produce(nounPhrases, random, out);
    case 'V':
      return produce(verbPhrases, random, out);
    case 'P':
      return produce(prepositionalPhrases, random, out);
    case 'n':
      return word(nouns.draw(random), out);
    case 'v':
      return word(verbs.draw(random), out);
    case 'j':
      return word(adjectives.draw(random), out);
    case 'd':
      return word(adverbs.draw(random), out);
    case 'p':
      return word(prepositions.draw(random), out);
    case 'x':
      return word(auxiliaries.draw(random), out);
    case 't':
      return word("the", out);
    case ',':
      return attach(",", out);
    default:
      return attach(terminators.draw(random), out);
    }
  }
  void produce(const Words &productions, Random &random, std::string &out) const {
    for (char symbol : productions.draw(random))
      expand(symbol, random, out);
  }
  static void word(std::string_view text, std::string &out) { out.append(text).push_back(' '); }
  /// Punctuation stands right behind the word.
  static void attach(std::string_view text, std::string &out) {
    out.back() = text.front();
    out.append(text.substr(1)).push_back(' ');
  }

  Words sentences{"NVT*3|NVPT*3|NVNT*3|NPVNT|NPVPT"};
  Words nounPhrases{"n|jn*2|j,jn|djn*5"};
  Words verbPhrases{"v*30|xv|vd*40|xvd"};
  Words prepositionalPhrases{"ptN"};
  Words nouns{"packages*40|requests*40|accounts*40|deposits*40|foxes*20|ideas*20|theodolites*20|"
              "pinto beans*20|instructions*20|dependencies*10|excuses*10|platelets*10|"
              "asymptotes*10|courts*5|dolphins*5|multipliers|sauternes|warthogs|frets|dinos|"
              "attainments|somas|Tiresias'|patterns|forges|braids|hockey players|frays|"
              "warhorses|dugouts|notornis|epitaphs|pearls|tithes|waters|orbits|gifts|sheaves|"
              "depths|sentiments|decoys|realms|pains|grouches|escapades"};
  Words verbs{"sleep*20|wake*20|are*20|cajole*20|haggle*20|nag*10|use*10|boost*10|affix*5|"
              "detect*5|integrate*5|maintain|nod|was|lose|sublate|solve|thrash|promise|engage|"
              "hinder|print|x-ray|breach|eat|grow|impress|mold|poach|serve|run|dazzle|snooze|"
              "doze|unwind|kindle|play|hang|believe|doubt"};
  Words adjectives{"regular*50|final*40|ironic*40|even*30|special*20|pending*20|unusual*20|"
                   "express*20|bold*20|silent*10|furious|sly|careful|blithe|quick|fluffy|slow|"
                   "quiet|ruthless|thin|close|dogged|daring|brave|stealthy|permanent|enticing|"
                   "idle|busy"};
  Words adverbs{"slyly*50|carefully*50|furiously*50|blithely*40|quickly*30|fluffily*20|sometimes|"
                "always|never|slowly|quietly|ruthlessly|thinly|closely|doggedly|daringly|bravely|"
                "stealthily|permanently|enticingly|idly|busily|regularly|finally|ironically|"
                "evenly|boldly|silently"};
  Words prepositions{"about*50|above*50|according to*50|across*50|after*50|against*40|along*40|"
                     "alongside of*30|among*30|around*20|at*10|atop|before|behind|beneath|beside|"
                     "besides|between|beyond|by|despite|during|except|for|from|in place of|"
                     "inside|instead of|into|near|of|on|outside|over|past|since|through|"
                     "throughout|to|toward|under|until|up|upon|without|with|within"};
  Words auxiliaries{"do|may|might|shall|will|would|can|could|should|ought to|must|will have to|"
                    "shall have to|could have to|should have to|must have to|need to|try to"};
  Words terminators{".*50|;|:|?|!|--"};
};

} // namespace

TextPool::TextPool(unsigned threads) {
  constexpr size_t blockBytes = 64 << 10, blocks = 256;
  text.resize(blocks * blockBytes);
  const Grammar grammar;
  std::atomic<size_t> nextBlock{0};
  onThreads(threads, [&] {
    std::string buffer;
    for (size_t block; (block = nextBlock++) < blocks;) {
      Random random(Stream::Text, block);
      buffer.clear();
      while (buffer.size() < blockBytes)
        grammar.sentence(random, buffer);
      buffer.copy(&text[block * blockBytes], blockBytes);
    }
  });
}
